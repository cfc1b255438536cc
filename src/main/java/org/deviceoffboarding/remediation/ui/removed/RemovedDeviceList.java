package org.deviceoffboarding.remediation.ui.removed;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.deviceoffboarding.base.listing.RowCount;
import org.deviceoffboarding.base.ui.list.FilterBar;
import org.deviceoffboarding.base.ui.transfer.CsvDownload;
import org.springframework.data.domain.Pageable;

/**
 * The devices of one list, as its filters pick them now.
 *
 * @param filters what the page shows above the list
 * @param find fetches a page of them
 * @param roughly counts them, if they are not too many
 * @param exactly counts all of them
 * @param ids takes down the filters as they stand, and returns what reads the devices' object IDs, at most so many
 * @param download of all of them, which has no columns yet
 */
record RemovedDeviceList<T>(
        FilterBar filters,
        Function<Pageable, List<T>> find,
        Supplier<RowCount> roughly,
        LongSupplier exactly,
        Supplier<IntFunction<List<UUID>>> ids,
        CsvDownload<T> download) {}
