-- CreateTable
CREATE TABLE "assistant_tokens" (
    "id" UUID NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "team_id" TEXT,
    "token_hash" BYTEA NOT NULL,
    "scopes" TEXT[],
    "sealed" BYTEA NOT NULL,
    "key_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "last_used_at" TIMESTAMPTZ(3),

    CONSTRAINT "assistant_tokens_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "assistant_tokens_token_hash_key" ON "assistant_tokens"("token_hash");

-- CreateIndex
CREATE INDEX "assistant_tokens_workspace_id_user_id_idx" ON "assistant_tokens"("workspace_id", "user_id");

-- CreateIndex
CREATE INDEX "assistant_tokens_expires_at_idx" ON "assistant_tokens"("expires_at");
