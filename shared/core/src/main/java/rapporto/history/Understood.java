// SPDX-License-Identifier: Apache-2.0
package rapporto.history;

import rapporto.interaction.Interaction;
import rapporto.reading.Reading;

/** One state of an item together with what was read of it: what classify remembers and escalate decides on. */
public record Understood(Interaction interaction, Reading reading) {}
