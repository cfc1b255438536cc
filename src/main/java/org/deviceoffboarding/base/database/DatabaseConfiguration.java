package org.deviceoffboarding.base.database;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.TransactionExecutionListener;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseProperties.class)
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
    FlywayMigrationStrategy migrationStrategy() {
        return flyway -> {
            SchemaAge.requireKnown(flyway);
            flyway.migrate();
        };
    }

    @Bean
    TransactionExecutionListener commits() {
        return new Commits();
    }
}
