# The site in production. docker build -t bouwsteen . ; how to run it: compose.yaml and docs/site.md.
# Another base: docker build --build-arg PYTHON_IMAGE=python:3.12-slim-bookworm .
ARG PYTHON_IMAGE=python:3.13-slim-bookworm

FROM ${PYTHON_IMAGE} AS build
WORKDIR /build
RUN python -m venv /opt/bouwsteen
COPY requirements/site.txt requirements/
RUN /opt/bouwsteen/bin/pip install --no-cache-dir --require-hashes --only-binary :all: -r requirements/site.txt
COPY pyproject.toml README.md LICENSE ./
COPY src src
# Byte code is made here: whoever runs the site may not write beside it.
RUN /opt/bouwsteen/bin/pip install --no-cache-dir --no-deps --no-build-isolation . \
    && /opt/bouwsteen/bin/python -m compileall -q /opt/bouwsteen/lib

FROM ${PYTHON_IMAGE}
RUN useradd --uid 10001 --create-home --home-dir /var/lib/bouwsteen --shell /usr/sbin/nologin bouwsteen
COPY --from=build /opt/bouwsteen /opt/bouwsteen
ENV PATH=/opt/bouwsteen/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    MALLOC_ARENA_MAX=1 \
    XDG_DATA_HOME=/var/lib/bouwsteen/data \
    XDG_CACHE_HOME=/var/lib/bouwsteen/cache \
    BOUWSTEEN_PRODUCTION=1
USER 10001
VOLUME /var/lib/bouwsteen
EXPOSE 8000
# A host that the site does not know is refused, so the question names one that it does.
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s CMD ["python", "-c", "import os, urllib.request as u; host = os.environ['BOUWSTEEN_HOSTS'].split()[0].lstrip('.'); u.urlopen(u.Request('http://127.0.0.1:8000/health', headers={'Host': host}), timeout=4)"]
CMD ["granian", "--interface", "wsgi", "--host", "0.0.0.0", "--port", "8000", "--workers", "2", "--blocking-threads", "4", "--no-ws", "--http1-header-read-timeout", "10000", "--workers-max-rss", "600", "--respawn-failed-workers", "--log-level", "warning", "bouwsteen.entrances.web.wsgi:application"]
