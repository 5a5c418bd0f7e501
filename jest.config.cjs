// UV_THREADPOOL_SIZE: the embedded ClickHouse engine runs its queries on libuv's pool, which is too small by default.
process.env.UV_THREADPOOL_SIZE ??= '16';

/** @type {import('jest').Config} */
module.exports = {
  testMatch: ['<rootDir>/libs/**/*.spec.ts', '<rootDir>/apps/**/*.spec.ts', '<rootDir>/infra/**/*.spec.ts', '<rootDir>/test/**/*.spec.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  moduleNameMapper: { '^@plumbline/([^/]+)$': '<rootDir>/libs/$1/index.ts' },
  transform: {
    '^.+\\.(ts|m?js)$': [
      '@swc/jest',
      {
        swcrc: false,
        module: { type: 'commonjs' },
        jsc: {
          target: 'es2023',
          keepClassNames: true,
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
        },
      },
    ],
  },
  transformIgnorePatterns: ['/node_modules/(?!(@nestjs|jose|graphql-ws|openid-client|oauth4webapi|request-filtering-agent)/)'],
  setupFiles: ['<rootDir>/test/support/worker-threads.cjs'],
  // Long, because several specifications start brokers and browsers, and a slow machine is no failure.
  testTimeout: 180_000,
  // Many specifications wait for other processes (a browser, a platform that is killed), so two at a time pay even on two cores.
  maxWorkers: 2,
};
