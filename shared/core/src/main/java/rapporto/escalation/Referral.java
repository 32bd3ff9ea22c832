// SPDX-License-Identifier: Apache-2.0
package rapporto.escalation;

import rapporto.history.Understood;
import rapporto.interaction.SourceId;

/** What classify sends on because the policy finds it worth a look, and the source that it came by. */
public record Referral(SourceId source, Understood understood) {}
