// SPDX-License-Identifier: Apache-2.0
package rapporto.classification;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import rapporto.channel.Answer;
import rapporto.channel.Channel;
import rapporto.channel.Door;
import rapporto.channel.Normalised;
import rapporto.channel.Receipt;
import rapporto.channel.Secret;
import rapporto.channel.Verdict;
import rapporto.delivery.Delivery;
import rapporto.delivery.Request;

/** A channel that always means the same. */
record FixedChannel(Normalised meaning) implements Channel {
    @Override
    public String id() {
        return "slack";
    }

    @Override
    public Set<String> headers() {
        return Set.of();
    }

    @Override
    public Set<String> methods() {
        return Set.of("POST");
    }

    @Override
    public Verdict verify(Request request, Door door, Instant now) {
        return new Verdict.Genuine();
    }

    @Override
    public Receipt receive(Request genuine) {
        return new Receipt.Accept(Answer.RECEIVED);
    }

    @Override
    public Normalised normalise(Delivery delivery) {
        return meaning;
    }

    @Override
    public Map<String, String> sign(byte[] body, Secret secret, Instant now, String id) {
        return Map.of();
    }

    @Override
    public boolean canUse(Secret secret) {
        return true;
    }

    @Override
    public Secret issue(byte[] bytes) {
        return new Secret("fixed");
    }
}
