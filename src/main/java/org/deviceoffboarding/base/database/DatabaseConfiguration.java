package org.deviceoffboarding.base.database;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.TransactionExecutionListener;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({DatabaseProperties.class, OwnerProperties.class})
class DatabaseConfiguration {

    @Bean
    static BeanPostProcessor limitedDataSource(ObjectProvider<DatabaseProperties> limits) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof HikariDataSource pool ? new LimitedDataSource(pool, limits.getObject()) : bean;
            }
        };
    }

    @Bean
    DatabaseOwner databaseOwner(
            OwnerProperties owner, JdbcConnectionDetails address, DataSource portal, DatabaseProperties limits) {
        return DatabaseOwner.of(owner, address, portal, limits);
    }

    @Bean
    FlywayConfigurationCustomizer migrationsByOwner(DatabaseOwner owner) {
        return flyway -> flyway.dataSource(owner.database());
    }

    @Bean
    FlywayMigrationStrategy migrationStrategy(DatabaseOwner owner, DataSource portal) {
        return new OwnedMigration(owner, portal);
    }

    @Bean
    TransactionExecutionListener commits() {
        return new Commits();
    }
}
