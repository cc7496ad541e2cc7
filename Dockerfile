FROM node:24-bookworm-slim AS build
WORKDIR /rehabspor
COPY package.json package-lock.json .npmrc tsconfig.json tsconfig.build.json nest-cli.json ./
COPY src ./src
COPY contracts ./contracts
# What only compilers, debuggers and people read is more than half of the modules; licences stay.
RUN npm ci && npm prune --omit=dev --ignore-scripts \
 && rm -rf node_modules/better-sqlite3-for-node-20 node_modules/better-sqlite3/deps node_modules/better-sqlite3/src \
 && find node_modules dist -type f \( -name '*.map' -o -name '*.ts' -o -name '*.d.mts' -o -name '*.d.cts' \
    -o -name '*.md' ! -iname 'licen*' ! -iname 'notice*' \) -delete

# One image: `start` is everything in one process, `serve <service>` one service of the distributed program.
FROM node:24-bookworm-slim
ENV NODE_ENV=production REHABSPOR_HOST=0.0.0.0 REHABSPOR_DATA=/data
WORKDIR /rehabspor
COPY --from=build /rehabspor/package.json ./
COPY --from=build /rehabspor/node_modules ./node_modules
COPY --from=build /rehabspor/dist ./dist
COPY --from=build /rehabspor/contracts ./contracts
# Mount volumes here: /data for the embedded store, or for what services keep on disk, the head of the log of looks; /looks
# for that head beside an embedded store.
RUN mkdir -m 700 /data /looks && chown node:node /data /looks
USER node
EXPOSE 3000
ENTRYPOINT ["node", "--max-semi-space-size=32", "dist/apps/cli.js"]
CMD ["start"]
