// SPDX-License-Identifier: Apache-2.0
package rapporto.reading;

/** Who says so. */
public enum LabelSource {
    MODEL,
    RULE,
    THREAD,
    TEAM
}
