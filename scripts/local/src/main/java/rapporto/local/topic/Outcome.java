// SPDX-License-Identifier: Apache-2.0
package rapporto.local.topic;

/** How one try to deliver ended. */
sealed interface Outcome {
    /** The other side has it. */
    record Delivered() implements Outcome {}

    /** The other side will not take it, however often it is tried. */
    record Refused(String reason) implements Outcome {}

    /** The other side did not answer, or asked to come back later. */
    record Unreachable(String reason) implements Outcome {}
}
