// SPDX-License-Identifier: Apache-2.0
package rapporto.house.planted.core;

/** Breaks: handlers live in functions and are what Lambda calls. */
public record StrayHandler() {}
