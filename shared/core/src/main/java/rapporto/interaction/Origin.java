// SPDX-License-Identifier: Apache-2.0
package rapporto.interaction;

/** Who is behind an interaction, as far as the delivery tells. Only what people did can open a case. */
public enum Origin {
    PERSON,
    BOT,
    /** Ourselves: our own application's echo, or an account that the source lists as own. */
    OWN
}
