// SPDX-License-Identifier: Apache-2.0
package rapporto.policy;

import java.time.Duration;
import java.util.Optional;

/**
 * One line of a policy.
 *
 * @param id one word that never changes: part of a concern's identity
 * @param title what people read: {@code Legal or safety risk}
 * @param team whom it calls; empty for the source's own team
 * @param answerWithin what is promised once it alerts
 */
public record Rule(
        String id, String title, Condition when, Optional<String> team, Severity severity, Duration answerWithin) {}
