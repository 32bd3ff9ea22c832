// SPDX-License-Identifier: Apache-2.0
package rapporto.training;

/**
 * An example with its answers to one head.
 *
 * @param answers a bit for each output that holds
 * @param weight how much it counts
 */
record Labelled(Example example, long answers, double weight) {
    boolean holds(int output) {
        return (answers >>> output & 1) == 1;
    }

    Labelled times(double factor) {
        return new Labelled(example, answers, weight * factor);
    }
}
