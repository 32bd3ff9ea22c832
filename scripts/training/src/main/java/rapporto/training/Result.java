// SPDX-License-Identifier: Apache-2.0
package rapporto.training;

/**
 * One figure.
 *
 * @param set the folder's or file's name
 * @param part language, task, or {@code all}
 * @param build the build or the baseline
 * @param low lower end of the interval that 95 of 100 resamples fall into
 */
record Result(
        String set,
        String part,
        String build,
        String head,
        String metric,
        double value,
        double low,
        double high,
        int n) {}
