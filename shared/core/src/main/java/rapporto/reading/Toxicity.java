// SPDX-License-Identifier: Apache-2.0
package rapporto.reading;

/** Whether the text insults, demeans or threatens a person or a group. Nothing is ever deleted because of it. */
public enum Toxicity {
    TOXIC,
    CLEAN,
    UNKNOWN,
    UNCERTAIN
}
