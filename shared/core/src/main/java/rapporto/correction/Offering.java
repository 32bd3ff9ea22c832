// SPDX-License-Identifier: Apache-2.0
package rapporto.correction;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import rapporto.history.Content;
import rapporto.history.History;
import rapporto.history.Memory;
import rapporto.history.Stored;
import rapporto.interaction.ContentKey;
import rapporto.interaction.Origin;

/**
 * Offers items for labelling, a few a day: those of the last week that the reader was least sure of. Looks through all
 * that is stored, so it is for people to ask, never for what happens to each delivery.
 */
public final class Offering {
    /** How many a team is asked for a day. */
    public static final int A_DAY = 5;

    private static final Duration LOOKED_BACK = Duration.ofDays(7);

    private final History history;
    private final Corrections corrections;
    private final Function<ContentKey, Optional<String>> teams;
    private final InstantSource clock;

    /** @param teams tells the team of an item, where that is known */
    public Offering(
            History history,
            Corrections corrections,
            Function<ContentKey, Optional<String>> teams,
            InstantSource clock) {
        this.history = history;
        this.corrections = corrections;
        this.teams = teams;
        this.clock = clock;
    }

    /** What is left of today's for a team, the least sure first: what it corrected today counts as done. */
    public List<Offer> today(String team) {
        var now = clock.instant();
        var corrected = corrections.of(team);
        int left = A_DAY - items(corrected, now.truncatedTo(ChronoUnit.DAYS)).size();
        var done = items(corrected, Instant.EPOCH);
        var least = new PriorityQueue<>(Offer.LEAST_SURE_FIRST.reversed());
        var next = Optional.<String>empty();
        while (left > 0) {
            var page = history.stored(now.minus(LOOKED_BACK), next, History.MAX_PAGE);
            for (var item : page.items()) {
                offer(item, team, now)
                        .filter(offer -> !done.contains(offer.item()))
                        .ifPresent(least::add);
                if (least.size() > left) {
                    least.remove();
                }
            }
            next = page.next();
            if (next.isEmpty()) {
                break;
            }
        }
        return least.stream().sorted(Offer.LEAST_SURE_FIRST).toList();
    }

    private static Set<ContentKey> items(List<Correction> corrections, Instant since) {
        return corrections.stream()
                .filter(correction -> !correction.at().isBefore(since))
                .map(Correction::item)
                .collect(Collectors.toSet());
    }

    private Optional<Offer> offer(Stored.Item item, String team, Instant now) {
        if (item.expiresAt().filter(at -> !at.isAfter(now)).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(item.memory())
                .filter(Memory::isVisible)
                .filter(memory -> teams.apply(memory.key())
                        .filter(own -> !own.equals(team))
                        .isEmpty())
                .flatMap(Memory::content)
                .filter(Offering::isPersonsWord)
                .map(Offer::of)
                .filter(Offer::isDoubtful);
    }

    private static boolean isPersonsWord(Content content) {
        var said = content.interaction();
        return content.reading().isPresent()
                && said.origin() == Origin.PERSON
                && !said.words().passage().isBlank();
    }
}
