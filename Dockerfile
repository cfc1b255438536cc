# The image of the portal. './portal image' makes target/portal-image.jar and builds it.
FROM eclipse-temurin:25-jre AS layers
WORKDIR /build
# The pattern lets a missing jar be said in a sentence.
COPY Dockerfile target/portal-image.ja[r] ./
RUN test -f portal-image.jar || { echo "target/portal-image.jar is missing: run './portal image', which makes it." >&2; exit 1; }
RUN java -Djarmode=tools -jar portal-image.jar extract --layers --destination layers

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
COPY src/main/docker/healthcheck /usr/local/bin/healthcheck
# Inside a container the demo tenant listens for the host's loopback port, which docker-compose.yml publishes.
ENV PORTAL_DATA_DIR=/data \
    LOGGING_THRESHOLD_CONSOLE=info \
    DEMOTENANT_ADDRESS=0.0.0.0
VOLUME /data
USER 10001:10001
EXPOSE 8080 8090
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 CMD ["healthcheck"]
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=75", "-XX:+ExitOnOutOfMemoryError", "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-jar", "portal-image.jar"]
