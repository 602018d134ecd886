# Genelore's server. This file was written by the conventions of docs/serve.md and was not built where it was written.
#
#   docker build -t genelore .
#   docker run --read-only --tmpfs /tmp -p 127.0.0.1:8000:8000 -v genelore:/data genelore

FROM python:3.11-slim-bookworm AS build
WORKDIR /source
COPY . .
RUN python -m venv /opt/genelore \
    && /opt/genelore/bin/pip install --no-cache-dir --no-compile . \
    && /opt/genelore/bin/python -m compileall -q /opt/genelore/lib

FROM python:3.11-slim-bookworm
RUN groupadd --system --gid 10001 genelore \
    && useradd --system --uid 10001 --gid genelore --home-dir /data --shell /usr/sbin/nologin genelore \
    && install --directory --owner=genelore --group=genelore --mode=0750 /data
COPY --from=build /opt/genelore /opt/genelore
ENV PATH=/opt/genelore/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    GENELORE_STORE=/data/store \
    GENELORE_HOST=0.0.0.0 \
    GENELORE_LOG_FORMAT=json
USER genelore
WORKDIR /data
VOLUME /data
EXPOSE 8000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s --retries=3 \
    CMD ["python", "-c", "import urllib.request as r; r.urlopen('http://127.0.0.1:8000/ready', timeout=2)"]
ENTRYPOINT ["genelore"]
CMD ["serve"]
