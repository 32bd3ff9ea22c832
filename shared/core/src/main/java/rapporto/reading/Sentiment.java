// SPDX-License-Identifier: Apache-2.0
package rapporto.reading;

/** Feeling toward what is being discussed. */
public enum Sentiment {
    POSITIVE,
    NEGATIVE,
    NEUTRAL,
    /** Not trained for this language, or no head reads it. */
    UNKNOWN,
    /** Below the head's threshold. */
    UNCERTAIN
}
