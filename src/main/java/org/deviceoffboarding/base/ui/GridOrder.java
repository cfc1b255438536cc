package org.deviceoffboarding.base.ui;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.data.provider.SortDirection;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;

/** How a table is sorted now, for a download of what it shows. */
public final class GridOrder {

    private GridOrder() {}

    /** Returns it as services take it; unsorted where nobody sorts it. */
    public static Sort of(Grid<?> grid) {
        return Sort.by(grid.getDataCommunicator().getBackEndSorting().stream()
                .map(order -> order.getDirection() == SortDirection.ASCENDING
                        ? Sort.Order.asc(order.getSorted())
                        : Sort.Order.desc(order.getSorted()))
                .toList());
    }

    /** Returns all rows in that order as one page, for a table of some hundreds. */
    public static Pageable whole(Grid<?> grid) {
        return PageRequest.of(0, Integer.MAX_VALUE, of(grid));
    }
}
