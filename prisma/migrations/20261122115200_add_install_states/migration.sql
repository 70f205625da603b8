-- CreateTable
CREATE TABLE "used_install_states" (
    "hash" BYTEA NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "used_install_states_pkey" PRIMARY KEY ("hash")
);

-- CreateIndex
CREATE INDEX "used_install_states_expires_at_idx" ON "used_install_states"("expires_at");
