// SPDX-License-Identifier: Apache-2.0
package rapporto.reading;

import java.util.Optional;
import rapporto.interaction.Words;

/**
 * What a reader is given.
 *
 * @param usualLanguage ISO 639-1 that the channel declares or the source usually speaks
 */
public record Item(Words words, Optional<String> usualLanguage) {}
