# syntax=docker/dockerfile:1

# The generated database client. Install scripts are needed for the generator alone.
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc prisma.config.ts ./
COPY prisma ./prisma
RUN npm ci --omit=optional

# What runs: production packages only, without install scripts and without the Postgres for laptops.
FROM node:24-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --omit=optional --ignore-scripts

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000
WORKDIR /app
COPY --from=packages /app/node_modules ./node_modules
COPY package.json slack-manifest.yml ./
COPY prisma/migrations ./prisma/migrations
COPY src ./src
COPY --from=build /app/src/store/generated ./src/store/generated
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=20s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# Not through npm: the process must get SIGTERM itself, to hand its calls over.
CMD ["node", "src/main.ts"]
