// SPDX-License-Identifier: Apache-2.0
package rapporto.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class HouseTest {
    private static final JavaClasses PRODUCT = House.product();

    @Test
    void every_module_with_sources_is_looked_at() throws IOException {
        var seen = PRODUCT.stream().map(House::moduleOf).collect(Collectors.toSet());

        assertThat(seen).isNotEmpty().containsAll(House.modulesWithSources());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void the_product_keeps(ArchRule rule) {
        // A rule about handlers holds as well while a module has none yet; that it can fail is HouseRulesTest's to
        // show.
        rule.allowEmptyShould(true).check(PRODUCT);
    }

    private static List<ArchRule> rules() {
        return new HouseRules(House::moduleOf).all();
    }
}
