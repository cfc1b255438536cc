package org.deviceoffboarding.remediation.upload;

import org.deviceoffboarding.DemoPortal;
import org.deviceoffboarding.DemoRuns;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DemoPortal
class ExportedFilesTest {
    @Autowired
    private DemoRuns portal;

    @Autowired
    private IdUploadService uploads;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void haveAResult() {
        portal.startAfresh();
        portal.haveResult();
    }

    @Test
    void dump() throws Exception {
        for (String f :
                new String[] {"intune-devices-export.csv", "intune-devices-export-newer.csv", "ids-in-braces.txt"}) {
            System.out.println("DUMP == " + f);
            uploads.check(getClass().getResourceAsStream("/uploads/" + f).readAllBytes())
                    .forEach(l -> System.out.println("DUMP " + l));
        }
        System.out.println("DUMP "
                + jdbc.sql("select count(*) from inventory_device")
                        .query(Long.class)
                        .single());
    }
}
