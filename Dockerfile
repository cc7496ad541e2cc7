FROM node:20-bookworm-slim AS build
RUN apt-get update && apt-get install -y --no-install-recommends python3 make g++ && rm -rf /var/lib/apt/lists/*
WORKDIR /rehabspor
COPY package.json package-lock.json .npmrc tsconfig.json tsconfig.build.json nest-cli.json ./
COPY src ./src
COPY contracts ./contracts
RUN npm ci && npm prune --omit=dev --ignore-scripts

FROM node:20-bookworm-slim
ENV NODE_ENV=production REHABSPOR_HOST=0.0.0.0 REHABSPOR_DATA=/data
WORKDIR /rehabspor
COPY --from=build /rehabspor/package.json ./
COPY --from=build /rehabspor/node_modules ./node_modules
COPY --from=build /rehabspor/dist ./dist
COPY --from=build /rehabspor/contracts ./contracts
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
CMD ["node", "--max-semi-space-size=64", "dist/apps/cli.js", "start"]
