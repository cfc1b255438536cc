# The image of the portal. './portal image' makes target/portal-image.jar and builds it.
FROM eclipse-temurin:25-jre AS layers
WORKDIR /build
# The pattern lets a missing jar be said in a sentence.
COPY Dockerfile target/portal-image.ja[r] ./
RUN test -f portal-image.jar || { echo "target/portal-image.jar is missing: run './portal image', which makes it." >&2; exit 1; }
RUN java -Djarmode=tools -jar portal-image.jar extract --layers --destination layers

# Where the portal was started once, the virtual machine kept what it learnt. It takes only what was learnt by the same one, with the
# same options, from the same files in the same places.
FROM postgres:18 AS rehearsal
ENV JAVA_HOME=/opt/java/openjdk
ENV PATH=$JAVA_HOME/bin:$PATH
COPY --from=layers $JAVA_HOME $JAVA_HOME
WORKDIR /portal
COPY --from=layers /build/layers/dependencies/ ./
COPY --from=layers /build/layers/spring-boot-loader/ ./
COPY --from=layers /build/layers/snapshot-dependencies/ ./
COPY --from=layers /build/layers/application/ ./
COPY src/main/docker/java-options src/main/docker/rehearse ./
RUN mkdir /rehearsed && ./rehearse /rehearsed/portal.aot

FROM eclipse-temurin:25-jre
RUN groupadd --gid 10001 portal \
    && useradd --uid 10001 --gid portal --no-create-home --home-dir /data --shell /usr/sbin/nologin portal \
    && install --directory --owner=portal --group=portal --mode=0700 /data
WORKDIR /portal
# What changes rarely comes first, so that an update transfers only the rest.
COPY --from=layers /build/layers/dependencies/ ./
COPY --from=layers /build/layers/spring-boot-loader/ ./
COPY --from=layers /build/layers/snapshot-dependencies/ ./
COPY --from=layers /build/layers/application/ ./
COPY --from=rehearsal /rehearsed/ ./
COPY src/main/docker/java-options ./
COPY src/main/docker/healthcheck /usr/local/bin/healthcheck
# Inside a container the demo tenant listens for the host's loopback port, which docker-compose.yml publishes.
ENV PORTAL_DATA_DIR=/data \
    LOGGING_THRESHOLD_CONSOLE=info \
    DEMOTENANT_ADDRESS=0.0.0.0
VOLUME /data
USER 10001:10001
EXPOSE 8080 8090
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 CMD ["healthcheck"]
ENTRYPOINT ["java", "@java-options", "-XX:AOTCache=portal.aot", "-Xlog:aot*=off", "-Xlog:cds*=off", "-jar", "portal-image.jar"]
