// SPDX-License-Identifier: Apache-2.0
package rapporto.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import rapporto.house.planted.core.LeansUpwards;
import rapporto.house.planted.core.SeesAws;
import rapporto.house.planted.core.SeesPicocli;
import rapporto.house.planted.core.StrayHandler;
import rapporto.house.planted.names.Names;
import rapporto.house.planted.one.One;
import rapporto.house.planted.two.Two;
import rapporto.house.planted.unmarked.Unmarked;
import rapporto.house.planted.webhook.CatchingHandler;
import rapporto.house.planted.webhook.DecidingHandler;
import rapporto.house.planted.webhook.StraightHandler;

/** Each rule fails on the class that was planted to break it. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class HouseRulesTest {
    private static final String PLANTED = "rapporto.house.planted";
    private static final JavaClasses ALL = new ClassFileImporter().importPackages(PLANTED);

    private final HouseRules rules = new HouseRules(HouseRulesTest::plantedModule);

    @Test
    void core_that_sees_aws_is_found() {
        faultsOf(rules.core_sees_no_aws()).contains(SeesAws.class.getName()).doesNotContain("SeesPicocli");
    }

    @Test
    void core_that_sees_a_foreign_library_is_found() {
        faultsOf(rules.core_sees_its_own_libraries_only())
                .contains(SeesPicocli.class.getName())
                .doesNotContain("java.lang.Object");
    }

    @Test
    void a_module_that_leans_the_wrong_way_is_found() {
        faultsOf(rules.modules_lean_one_way()).contains(LeansUpwards.class.getName());
    }

    @Test
    void packages_that_need_each_other_are_found() {
        faultsOf(rules.packages_have_no_cycles()).contains(One.class.getName()).contains(Two.class.getName());
    }

    @Test
    void every_empty_word_is_found() {
        var faults = faultsOf(rules.names_say_something());

        for (String word : HouseRules.EMPTY_WORDS) {
            faults.contains(Names.class.getName() + "$Thing" + word);
        }
    }

    @Test
    void a_package_without_a_null_mark_is_found() {
        faultsOf(rules.packages_are_null_marked())
                .contains(Unmarked.class.getPackageName())
                .doesNotContain(Names.class.getPackageName());
    }

    @Test
    void a_handler_outside_of_a_function_is_found() {
        faultsOf(rules.handlers_stand_at_the_edge())
                .contains(StrayHandler.class.getName() + " lives in shared/core")
                .contains("does not implement")
                .doesNotContain("StraightHandler");
    }

    @Test
    void a_handler_that_decides_is_found() {
        faultsOf(rules.handlers_translate_only())
                .contains(DecidingHandler.class.getName() + ".handleRequest decides")
                .contains(CatchingHandler.class.getName() + ".handleRequest decides")
                .doesNotContain(StraightHandler.class.getName());
    }

    private static AbstractStringAssert<?> faultsOf(ArchRule rule) {
        return assertThat(
                String.join("\n", rule.evaluate(ALL).getFailureReport().getDetails()));
    }

    private static String plantedModule(JavaClass type) {
        var place = type.getPackageName().substring(PLANTED.length() + 1);
        return (place.equals("webhook") ? "functions/" : "shared/") + place;
    }
}
