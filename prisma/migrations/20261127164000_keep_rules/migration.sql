-- CreateTable
CREATE TABLE "workspace_rules" (
    "workspace_id" TEXT NOT NULL,
    "rules" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "sealed" BYTEA NOT NULL,
    "key_id" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "workspace_rules_pkey" PRIMARY KEY ("workspace_id")
);

-- CreateTable
CREATE TABLE "rule_changes" (
    "id" UUID NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "user_id" TEXT,
    "kind" TEXT NOT NULL,
    "sealed" BYTEA,
    "key_id" TEXT,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "rule_changes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "do_not_call" (
    "id" UUID NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "number_hash" BYTEA NOT NULL,
    "user_id" TEXT,
    "sealed" BYTEA,
    "key_id" TEXT,
    "added_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "do_not_call_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "rule_changes_workspace_id_changed_at_id_idx" ON "rule_changes"("workspace_id", "changed_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "rule_changes_changed_at_idx" ON "rule_changes"("changed_at");

-- CreateIndex
CREATE UNIQUE INDEX "do_not_call_workspace_id_number_hash_key" ON "do_not_call"("workspace_id", "number_hash");

-- CreateIndex
CREATE INDEX "do_not_call_workspace_id_added_at_id_idx" ON "do_not_call"("workspace_id", "added_at" DESC, "id" DESC);
