# The product for production: no embedded servers, no test tools, an ordinary user.

FROM node:24-bookworm-slim AS frontend
WORKDIR /bouw
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts --no-audit --no-fund

FROM python:3.13-slim-bookworm AS packages
COPY requirements/product.txt /bouw/
RUN python -m venv /opt/venv \
 && /opt/venv/bin/pip install --no-cache-dir --disable-pip-version-check --require-hashes -r /bouw/product.txt

FROM python:3.13-slim-bookworm
RUN apt-get update \
 && apt-get install -y --no-install-recommends libpangoft2-1.0-0 libharfbuzz-subset0 \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --system --uid 10001 --create-home inburgering
ENV PATH=/opt/venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 \
    XDG_CACHE_HOME=/tmp/cache DJANGO_SETTINGS_MODULE=inburgering.settings.productie
WORKDIR /app
COPY --from=packages /opt/venv /opt/venv
COPY --from=frontend /bouw/node_modules node_modules
COPY . .
# Placeholders: collectstatic reads the settings but connects to nothing.
RUN SECRET_KEY=bouw ALLOWED_HOSTS=bouw BASIS_URL=https://bouw DATABASE_URL=postgres://bouw REDIS_URL=redis://bouw \
    EMAIL_URL=consolemail:// python manage.py collectstatic --noinput
USER inburgering
EXPOSE 8000
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s CMD ["python", "-m", "inburgering.gezondheid"]
CMD ["gunicorn", "inburgering.wsgi:application", "--bind", "0.0.0.0:8000", "--threads", "4", "--no-control-socket"]
