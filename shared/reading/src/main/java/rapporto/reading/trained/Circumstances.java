// SPDX-License-Identifier: Apache-2.0
package rapporto.reading.trained;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rapporto.reading.Item;

/** What is known beside a text, in the words of the features: the same in training and in service. */
public final class Circumstances {
    private Circumstances() {}

    /** Those of an item. */
    public static List<String> of(Optional<String> channel, Optional<Item.Answered> answers) {
        var all = new ArrayList<String>();
        channel.ifPresent(word -> all.add("channel:" + word));
        all.add(answers.isPresent() ? "reply" : "first");
        answers.ifPresent(to -> {
            all.add("reply:" + to.intent().word());
            all.add("reply urgency:" + to.urgency());
        });
        return all;
    }
}
