// SPDX-License-Identifier: Apache-2.0
package rapporto.channels;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import rapporto.channel.Channel;
import rapporto.channel.discourse.DiscourseChannel;
import rapporto.channel.github.GithubChannel;
import rapporto.channel.slack.SlackChannel;
import rapporto.channel.standard.StandardChannel;

/** Every channel there is: a new one is one line here. */
public final class Channels {
    /** In the order of their words. */
    public static final List<Channel> ALL =
            List.of(new DiscourseChannel(), new GithubChannel(), new SlackChannel(), new StandardChannel());

    private Channels() {}

    /** The channel that goes by the word {@code id}. */
    public static Optional<Channel> of(String id) {
        return ALL.stream().filter(channel -> channel.id().equals(id)).findFirst();
    }

    /** The words of all channels. */
    public static Set<String> ids() {
        return ALL.stream().map(Channel::id).collect(Collectors.toUnmodifiableSet());
    }
}
