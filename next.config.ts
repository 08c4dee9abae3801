import type { NextConfig } from 'next';

const config: NextConfig = {
  // A build goes to a directory named after its sources, so building a new one never pulls files from
  // under a shop that is serving.
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  poweredByHeader: false,
  compress: false,
  images: { unoptimized: true },
};

export default config;
