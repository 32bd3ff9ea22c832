// SPDX-License-Identifier: Apache-2.0
package rapporto.channel;

/** Whether a request was really sent by the source's channel. */
public sealed interface Verdict {
    /** An active secret signs the raw bytes, inside the channel's window. */
    record Genuine() implements Verdict {}

    /** It is not to be believed. */
    record Forged(Refusal refusal) implements Verdict {}
}
