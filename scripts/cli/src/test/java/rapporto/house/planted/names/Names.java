// SPDX-License-Identifier: Apache-2.0
package rapporto.house.planted.names;

/** Breaks: names say something. One for each word that does not. */
public final class Names {
    record ThingImpl() {}

    record ThingBase() {}

    record ThingUtil() {}

    record ThingUtils() {}

    record ThingManager() {}

    record ThingHelper() {}

    record ThingService() {}

    private Names() {}
}
