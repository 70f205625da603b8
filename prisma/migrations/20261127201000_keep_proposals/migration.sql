-- CreateTable
CREATE TABLE "proposals" (
    "id" UUID NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "team_id" TEXT,
    "key_hash" BYTEA NOT NULL,
    "sealed" BYTEA NOT NULL,
    "key_id" TEXT NOT NULL,
    "channel_id" TEXT,
    "ts" TEXT,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "settled" TEXT,
    "settled_at" TIMESTAMPTZ(3),
    "call_id" UUID,

    CONSTRAINT "proposals_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "proposals_workspace_id_user_id_key_hash_key" ON "proposals"("workspace_id", "user_id", "key_hash");

-- CreateIndex
CREATE INDEX "proposals_workspace_id_user_id_proposed_at_idx" ON "proposals"("workspace_id", "user_id", "proposed_at" DESC);

-- CreateIndex
CREATE INDEX "proposals_expires_at_idx" ON "proposals"("expires_at");

-- CreateIndex
CREATE INDEX "proposals_call_id_idx" ON "proposals"("call_id");
