// SPDX-License-Identifier: Apache-2.0
package rapporto.local.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FilterPolicyTest {
    @ParameterizedTest(name = "{0} and {1} {2}: {3}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
        ["rugby","tennis"]                  | String       | rugby                | true
        ["rugby","tennis"]                  | String       | tennis               | true
        ["rugby","tennis"]                  | String       | baseball             | false
        ["rugby"]                           | String       | Rugby                | false
        ["rugby"]                           | String       | rugby league         | false
        ["rugby","tennis"]                  | String.Array | ["soccer","tennis"]  | true
        ["rugby","tennis"]                  | String.Array | ["baseball"]         | false
        ["rugby"]                           | String.Array | []                   | false
        [true]                              | String.Array | [true]               | true
        [true]                              | String.Array | ["true"]             | false
        [true]                              | String       | true                 | false
        [null]                              | String.Array | [null]               | true
        [null]                              | String.Array | [1]                  | false
        [100]                               | Number       | 100                  | true
        [100]                               | Number       | 100.00               | true
        [1e2]                               | Number       | 100                  | true
        [100]                               | Number       | 100.001              | false
        [100]                               | String       | 100                  | false
        ["100"]                             | Number       | 100                  | false
        [100]                               | String.Array | ["100"]              | false
        [100]                               | String.Array | ["a",100.0]          | true
        [{"prefix":"bas"}]                  | String       | baseball             | true
        [{"prefix":"bas"}]                  | String       | rugby bas            | false
        [{"prefix":"bas"}]                  | String.Array | ["rugby","baseball"] | true
        [{"prefix":"1"}]                    | Number       | 100                  | false
        [{"suffix":"ball"}]                 | String       | baseball             | true
        [{"suffix":"ball"}]                 | String       | ballet               | false
        [{"equals-ignore-case":"Tennis"}]   | String       | TENNIS               | true
        [{"equals-ignore-case":"Tennis"}]   | String       | tennis two           | false
        [{"anything-but":["rugby","golf"]}] | String       | baseball             | true
        [{"anything-but":["rugby","golf"]}] | String       | golf                 | false
        [{"anything-but":["rugby","golf"]}] | String.Array | ["rugby","baseball"] | true
        [{"anything-but":["rugby","golf"]}] | String.Array | ["rugby","golf"]     | false
        [{"anything-but":"rugby"}]          | String       | rugby                | false
        [{"anything-but":"rugby"}]          | String       | golf                 | true
        [{"anything-but":[100,500]}]        | Number       | 101                  | true
        [{"anything-but":[100,500]}]        | Number       | 500.0                | false
        [{"anything-but":{"prefix":"bas"}}] | String       | rugby                | true
        [{"anything-but":{"prefix":"bas"}}] | String       | baseball             | false
        [{"anything-but":{"suffix":"all"}}] | String       | baseball             | false
        [{"numeric":["=",301.5]}]           | Number       | 3.015e2              | true
        [{"numeric":["=",301.5]}]           | Number       | 301.4                | false
        [{"numeric":[">",100]}]             | Number       | 100                  | false
        [{"numeric":[">",100]}]             | Number       | 100.01               | true
        [{"numeric":[">=",100]}]            | Number       | 100                  | true
        [{"numeric":["<",100]}]             | Number       | 100                  | false
        [{"numeric":["<",0]}]               | Number       | -5                   | true
        [{"numeric":["<=",100]}]            | Number       | 100                  | true
        [{"numeric":[">",0,"<=",150]}]      | Number       | 0                    | false
        [{"numeric":[">",0,"<=",150]}]      | Number       | 150                  | true
        [{"numeric":[">",0,"<=",150]}]      | Number       | 150.5                | false
        [{"numeric":[">",0]}]               | String       | 5                    | false
        [{"numeric":[">",0]}]               | String.Array | [-1,5]               | true
        [{"numeric":["<",1e9]}]             | Number       | 1e999999             | false
        [{"exists":true}]                   | String       | anything             | true
        [{"exists":false}]                  | String       | anything             | false
        ["a",{"prefix":"b"},{"exists":false}] | String     | bee                  | true
        ["a",{"prefix":"b"},{"exists":false}] | String     | cee                  | false
        """)
    void given_one_key_when_asked_then_any_of_its_conditions_decides(
            String conditions, String type, String value, boolean accepted) {
        var policy = FilterPolicy.parse("{\"key\":%s}".formatted(conditions));

        assertThat(policy.accepts(Map.of("key", new Attribute(type, value), "other", new Attribute("String", "x"))))
                .isEqualTo(accepted);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
        ["a"]                           | false
        [{"prefix":"a"}]                | false
        [{"anything-but":["a"]}]        | false
        [{"numeric":["<",9]}]           | false
        [null]                          | false
        [{"exists":true}]               | false
        [{"exists":false}]              | true
        ["a",{"exists":false}]          | true
        """)
    void given_a_message_without_the_attribute_when_asked_then_only_its_absence_matches(
            String conditions, boolean accepted) {
        var policy = FilterPolicy.parse("{\"key\":%s}".formatted(conditions));

        assertThat(policy.accepts(Map.of("other", new Attribute("String", "a"))))
                .isEqualTo(accepted);
    }

    @Test
    void given_several_keys_when_asked_then_all_of_them_must_match() {
        var policy = FilterPolicy.parse("{\"severity\":[\"P1\",\"P2\"],\"team\":[\"press\"]}");
        var p1 = new Attribute("String", "P1");
        var press = new Attribute("String", "press");

        assertThat(policy.accepts(Map.of("severity", p1, "team", press))).isTrue();
        assertThat(policy.accepts(Map.of("severity", p1, "team", new Attribute("String", "hr"))))
                .isFalse();
        assertThat(policy.accepts(Map.of("severity", p1))).isFalse();
        assertThat(policy.accepts(Map.of())).isFalse();
    }

    @Test
    void given_a_policy_without_keys_when_asked_then_it_takes_all() {
        assertThat(FilterPolicy.parse("{}").accepts(Map.of())).isTrue();
        assertThat(FilterPolicy.ALL.accepts(Map.of("a", new Attribute("String", "b"))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "\"text\"",
                "{",
                "{\"a\":\"b\"}",
                "{\"a\":[]}",
                "{\"a\":{\"b\":[\"c\"]}}",
                "{\"a\":[[\"b\"]]}",
                "{\"a\":[{}]}",
                "{\"a\":[{\"prefix\":\"b\",\"suffix\":\"c\"}]}",
                "{\"a\":[{\"wildcard\":\"b*\"}]}",
                "{\"a\":[{\"cidr\":\"10.0.0.0/24\"}]}",
                "{\"$or\":[{\"a\":[\"b\"]},{\"c\":[\"d\"]}]}",
                "{\"a\":[{\"prefix\":1}]}",
                "{\"a\":[{\"prefix\":\"\"}]}",
                "{\"a\":[{\"exists\":\"true\"}]}",
                "{\"a\":[{\"anything-but\":[]}]}",
                "{\"a\":[{\"anything-but\":{}}]}",
                "{\"a\":[{\"anything-but\":[[1]]}]}",
                "{\"a\":[{\"anything-but\":{\"exists\":true}}]}",
                "{\"a\":[{\"numeric\":[]}]}",
                "{\"a\":[{\"numeric\":5}]}",
                "{\"a\":[{\"numeric\":[\">\"]}]}",
                "{\"a\":[{\"numeric\":[\">\",\"5\"]}]}",
                "{\"a\":[{\"numeric\":[\"!=\",5]}]}",
                "{\"a\":[{\"numeric\":[\">\",5,\"<\"]}]}",
                "{\"a\":[{\"numeric\":[\"<\",9,\">\",5]}]}",
                "{\"a\":[{\"numeric\":[\">\",9,\"<\",5]}]}",
                "{\"a\":[{\"numeric\":[\">\",1,\"<\",5,\"<\",6]}]}",
                "{\"a\":[1000000001]}",
                "{\"a\":[{\"numeric\":[\">\",-1000000001]}]}",
                "{\"a\":[\"b\"],\"a\":[\"c\"]}"
            })
    void given_what_is_no_policy_of_ours_when_read_then_it_is_refused_as_a_parameter(String json) {
        assertThatThrownBy(() -> FilterPolicy.parse(json))
                .isInstanceOfSatisfying(
                        TopicFault.class, fault -> assertThat(fault.code()).isEqualTo("InvalidParameter"))
                .hasMessageContaining("FilterPolicy");
    }

    @Test
    void given_more_than_five_keys_when_read_then_it_is_refused() {
        assertThat(FilterPolicy.parse(policyOf(5, 1)).keys()).hasSize(5);
        assertThatThrownBy(() -> FilterPolicy.parse(policyOf(6, 1))).hasMessageContaining("at most 5");
    }

    @Test
    void given_more_than_150_combinations_when_read_then_it_is_refused() {
        assertThat(FilterPolicy.parse(policyOf(1, 150)).keys()).hasSize(1);
        assertThat(FilterPolicy.parse(policyOf(2, 12)).keys()).hasSize(2);
        assertThatThrownBy(() -> FilterPolicy.parse(policyOf(1, 151))).hasMessageContaining("150");
        assertThatThrownBy(() -> FilterPolicy.parse(policyOf(2, 13))).hasMessageContaining("150");
        assertThatThrownBy(() -> FilterPolicy.parse(policyOf(5, 10_000))).hasMessageContaining("150");
    }

    private static String policyOf(int keys, int values) {
        var list = IntStream.range(0, values).mapToObj(Integer::toString).collect(Collectors.joining(","));
        return IntStream.range(0, keys)
                .mapToObj(key -> "\"k%d\":[%s]".formatted(key, list))
                .collect(Collectors.joining(",", "{", "}"));
    }
}
