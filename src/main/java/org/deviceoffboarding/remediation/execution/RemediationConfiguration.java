package org.deviceoffboarding.remediation.execution;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RemediationProperties.class)
class RemediationConfiguration {}
