-- CreateEnum
CREATE TYPE "stage" AS ENUM ('queued', 'placing', 'calling', 'checking', 'ended', 'refused', 'unknown');

-- CreateTable
CREATE TABLE "installations" (
    "workspace_id" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "key_id" TEXT NOT NULL,
    "installed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "installations_pkey" PRIMARY KEY ("workspace_id")
);

-- CreateTable
CREATE TABLE "links" (
    "workspace_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "key_id" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "connected_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "links_pkey" PRIMARY KEY ("workspace_id","user_id")
);

-- CreateTable
CREATE TABLE "link_attempts" (
    "id" UUID NOT NULL,
    "nonce_hash" BYTEA NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "key_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "link_attempts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "calls" (
    "id" UUID NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "submission_id" TEXT NOT NULL,
    "channel_id" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "key_id" TEXT NOT NULL,
    "stage" "stage" NOT NULL DEFAULT 'queued',
    "confirmed_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "kally_call_id" TEXT,
    "status" TEXT,
    "duration_seconds" INTEGER,
    "refusal" JSONB,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "calls_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "posts" (
    "call_id" UUID NOT NULL,
    "part" TEXT NOT NULL,
    "channel_id" TEXT NOT NULL,
    "ts" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "posted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "posts_pkey" PRIMARY KEY ("call_id","part")
);

-- CreateTable
CREATE TABLE "preferences" (
    "workspace_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "key_id" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "preferences_pkey" PRIMARY KEY ("workspace_id","user_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "link_attempts_nonce_hash_key" ON "link_attempts"("nonce_hash");

-- CreateIndex
CREATE INDEX "link_attempts_expires_at_idx" ON "link_attempts"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "calls_kally_call_id_key" ON "calls"("kally_call_id");

-- CreateIndex
CREATE INDEX "calls_workspace_id_user_id_confirmed_at_idx" ON "calls"("workspace_id", "user_id", "confirmed_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "calls_workspace_id_submission_id_key" ON "calls"("workspace_id", "submission_id");

-- AddForeignKey
ALTER TABLE "posts" ADD CONSTRAINT "posts_call_id_fkey" FOREIGN KEY ("call_id") REFERENCES "calls"("id") ON DELETE CASCADE ON UPDATE CASCADE;
