// SPDX-License-Identifier: Apache-2.0
package rapporto.house.planted.core;

import picocli.CommandLine;

/** Breaks: core sees its own libraries only. */
public record SeesPicocli(CommandLine command) {}
