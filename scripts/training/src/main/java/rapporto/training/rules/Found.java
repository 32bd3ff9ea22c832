// SPDX-License-Identifier: Apache-2.0
package rapporto.training.rules;

/** A phrase that was found, with its words as they stand in the text. */
record Found(Cue cue, double strength, String words) {}
