ALTER TYPE "public"."order_payment_status" ADD VALUE 'refunded';--> statement-breakpoint
ALTER TYPE "public"."payment_status" ADD VALUE 'refunded';--> statement-breakpoint
CREATE SEQUENCE "public"."lock_tokens" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1;--> statement-breakpoint
CREATE TABLE "provider_events" (
	"provider" text NOT NULL,
	"event_id" text NOT NULL,
	"payment_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"data" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL,
	"tries" smallint DEFAULT 0 NOT NULL,
	"try_at" timestamp with time zone DEFAULT now() NOT NULL,
	"processed_at" timestamp with time zone,
	"outcome" text,
	CONSTRAINT "provider_events_provider_event_id_pk" PRIMARY KEY("provider","event_id")
);
--> statement-breakpoint
CREATE TABLE "test_provider_deliveries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"payment_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"due_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "lock_fences" (
	"name" text PRIMARY KEY NOT NULL,
	"token" bigint NOT NULL,
	"taken_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
DROP INDEX "payments_order_id_key";--> statement-breakpoint
DROP INDEX "payments_unsettled_idx";--> statement-breakpoint
ALTER TABLE "payments" ADD COLUMN "asked" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "payments" ADD COLUMN "ask_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "test_provider_charges" ADD COLUMN "decided_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
CREATE INDEX "provider_events_try_at_idx" ON "provider_events" USING btree ("try_at") WHERE "provider_events"."processed_at" is null;--> statement-breakpoint
CREATE INDEX "test_provider_deliveries_due_at_idx" ON "test_provider_deliveries" USING btree ("due_at");--> statement-breakpoint
CREATE INDEX "lock_fences_taken_at_idx" ON "lock_fences" USING btree ("taken_at");--> statement-breakpoint
CREATE UNIQUE INDEX "payments_running_key" ON "payments" USING btree ("order_id") WHERE "payments"."status" in ('processing', 'in-doubt');--> statement-breakpoint
CREATE UNIQUE INDEX "payments_succeeded_key" ON "payments" USING btree ("order_id") WHERE "payments"."status" = 'succeeded';--> statement-breakpoint
CREATE INDEX "payments_ask_at_idx" ON "payments" USING btree ("ask_at") WHERE "payments"."status" in ('processing', 'in-doubt');