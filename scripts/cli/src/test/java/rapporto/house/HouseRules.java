// SPDX-License-Identifier: Apache-2.0
package rapporto.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;

/** The rules that the house's classes keep; {@code moduleOf} says in which module a class lives. */
record HouseRules(Function<JavaClass, String> moduleOf) {
    /** Words that name no concept, so that anything ends up behind them. */
    static final List<String> EMPTY_WORDS = List.of("Impl", "Base", "Util", "Utils", "Manager", "Helper", "Service");

    private static final String HANDLER = "Handler";
    private static final String LAMBDA = "com.amazonaws.services.lambda.runtime";

    ArchRule core_sees_no_aws() {
        return noClasses()
                .that(liveIn(House.CORE))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("software.amazon..", "com.amazonaws..");
    }

    ArchRule core_sees_its_own_libraries_only() {
        return classes()
                .that(liveIn(House.CORE))
                .should()
                .onlyDependOnClassesThat(liveIn(House.CORE)
                        .or(resideInAnyPackage(
                                "", // primitives
                                "java..",
                                "javax.crypto..",
                                "com.fasterxml.jackson..",
                                "org.yaml.snakeyaml..",
                                "org.jspecify..")));
    }

    ArchRule modules_lean_one_way() {
        return classes().should(new ArchCondition<>("see only the modules that theirs may see") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (var dependency : type.getDirectDependenciesFromSelf()) {
                    var target = dependency.getTargetClass().getBaseComponentType();
                    if (isOurs(target) && !House.maySee(moduleOf.apply(type), moduleOf.apply(target))) {
                        events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
                    }
                }
            }
        });
    }

    ArchRule packages_have_no_cycles() {
        return slices().matching("rapporto.(**)").should().beFreeOfCycles();
    }

    ArchRule names_say_something() {
        return noClasses().should(new ArchCondition<>("be named after nothing") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean empty = EMPTY_WORDS.stream().anyMatch(type.getSimpleName()::endsWith);
                events.add(new SimpleConditionEvent(type, empty, type.getName() + " has an empty word for a name"));
            }
        });
    }

    ArchRule packages_are_null_marked() {
        return classes().should(new ArchCondition<>("be in a package with a @NullMarked package-info") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                events.add(new SimpleConditionEvent(type, marked, type.getPackageName() + " is not @NullMarked"));
            }
        });
    }

    ArchRule handlers_stand_at_the_edge() {
        return classes()
                .that(areHandlers())
                .should(liveInFunctions())
                .andShould()
                .implement(LAMBDA + ".RequestStreamHandler");
    }

    ArchRule handlers_translate_only() {
        return classes()
                .that(areHandlers())
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("", "java..", "rapporto..", LAMBDA, "org.jspecify.."))
                .andShould(new StraightCode());
    }

    /** Every rule, for the product. */
    List<ArchRule> all() {
        return List.of(
                core_sees_no_aws(),
                core_sees_its_own_libraries_only(),
                modules_lean_one_way(),
                packages_have_no_cycles(),
                names_say_something(),
                packages_are_null_marked(),
                handlers_stand_at_the_edge(),
                handlers_translate_only());
    }

    private DescribedPredicate<JavaClass> liveIn(String module) {
        return describe("live in " + module, type -> {
            var single = type.getBaseComponentType();
            return isOurs(single) && moduleOf.apply(single).equals(module);
        });
    }

    private static DescribedPredicate<JavaClass> areHandlers() {
        return describe(
                "are handlers",
                type -> !type.isInterface() && type.getSimpleName().endsWith(HANDLER));
    }

    private ArchCondition<JavaClass> liveInFunctions() {
        return new ArchCondition<>("live in a function's module") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                var module = moduleOf.apply(type);
                events.add(new SimpleConditionEvent(
                        type, module.startsWith(House.FUNCTIONS), "%s lives in %s".formatted(type.getName(), module)));
            }
        };
    }

    private static boolean isOurs(JavaClass type) {
        return type.getPackageName().startsWith("rapporto.");
    }
}
