// SPDX-License-Identifier: Apache-2.0
package rapporto.local.topic;

import java.math.BigDecimal;

/** One end of a numeric range, or the one number of {@code =}. */
record Bound(Relation relation, BigDecimal limit) {
    /** How a number stands to the limit. */
    enum Relation {
        EQUAL,
        ABOVE,
        AT_LEAST,
        BELOW,
        AT_MOST
    }

    /** Whether {@code number} is on the right side. */
    boolean holds(BigDecimal number) {
        int order = number.compareTo(limit);
        return switch (relation) {
            case EQUAL -> order == 0;
            case ABOVE -> order > 0;
            case AT_LEAST -> order >= 0;
            case BELOW -> order < 0;
            case AT_MOST -> order <= 0;
        };
    }

    /** Whether this can begin a range that has a second end. */
    boolean isLower() {
        return relation == Relation.ABOVE || relation == Relation.AT_LEAST;
    }

    /** Whether this can be the second end of a range. */
    boolean isUpper() {
        return relation == Relation.BELOW || relation == Relation.AT_MOST;
    }
}
