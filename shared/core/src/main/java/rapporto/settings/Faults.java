// SPDX-License-Identifier: Apache-2.0
package rapporto.settings;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/** The faults of one document, as many as people can use. */
final class Faults {
    /** A document with more is another kind of file; told in full they could take the machine's memory. */
    static final int MOST = 1_000;

    private final List<Fault> all = new ArrayList<>();

    /** One more; what is wrong is worked out only while there is room for it. */
    void add(int line, String path, Supplier<String> message) {
        if (all.size() < MOST) {
            all.add(new Fault(line, path, message.get()));
        } else if (all.size() == MOST) {
            all.add(new Fault(line, "", "more faults from here on, wanted none"));
        }
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /** In the order of their lines. */
    List<Fault> inOrder() {
        return all.stream().sorted(Comparator.comparingInt(Fault::line)).toList();
    }
}
