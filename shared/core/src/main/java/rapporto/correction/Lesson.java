// SPDX-License-Identifier: Apache-2.0
package rapporto.correction;

import rapporto.reading.Item;

/** An item and what is right of it under one head: what a layer is made from, and measured on. */
public record Lesson(Item item, Judgement judgement) {}
