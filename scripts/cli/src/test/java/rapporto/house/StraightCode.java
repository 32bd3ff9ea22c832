// SPDX-License-Identifier: Apache-2.0
package rapporto.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.ExceptionCatch;
import java.lang.classfile.instruction.LookupSwitchInstruction;
import java.lang.classfile.instruction.TableSwitchInstruction;

/** Holds for a class whose methods decide nothing: no branch, no switch, no catch in their compiled code. */
final class StraightCode extends ArchCondition<JavaClass> {
    StraightCode() {
        super("decide nothing");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        for (var method : ClassFile.of().parse(bytesOf(type)).methods()) {
            var where = "%s.%s decides".formatted(type.getName(), method.methodName());
            events.add(new SimpleConditionEvent(type, !decides(method), where));
        }
    }

    private static boolean decides(MethodModel method) {
        return method.code().stream().flatMap(code -> code.elementStream()).anyMatch(StraightCode::decides);
    }

    private static boolean decides(CodeElement element) {
        return element instanceof BranchInstruction
                || element instanceof TableSwitchInstruction
                || element instanceof LookupSwitchInstruction
                || element instanceof ExceptionCatch;
    }

    private static byte[] bytesOf(JavaClass type) {
        try (var in = type.getSource().orElseThrow().getUri().toURL().openStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
