CREATE TABLE "customer_addresses" (
	"id" uuid PRIMARY KEY NOT NULL,
	"customer_id" uuid NOT NULL,
	"address" jsonb NOT NULL,
	"is_default" boolean DEFAULT false NOT NULL,
	"idempotency_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "customer_password_links" DROP CONSTRAINT "customer_password_links_purpose_check";--> statement-breakpoint
ALTER TABLE "customer_password_links" ADD COLUMN "customer_id" uuid;--> statement-breakpoint
ALTER TABLE "customer_password_links" ADD COLUMN "previous_email" text;--> statement-breakpoint
ALTER TABLE "customer_addresses" ADD CONSTRAINT "customer_addresses_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "customer_addresses_customer_id_id_idx" ON "customer_addresses" USING btree ("customer_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "customer_addresses_default_key" ON "customer_addresses" USING btree ("customer_id") WHERE "customer_addresses"."is_default";--> statement-breakpoint
ALTER TABLE "customer_password_links" ADD CONSTRAINT "customer_password_links_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "customer_password_links_customer_id_idx" ON "customer_password_links" USING btree ("customer_id") WHERE "customer_password_links"."customer_id" is not null;--> statement-breakpoint
ALTER TABLE "customer_password_links" ADD CONSTRAINT "customer_password_links_purpose_check" CHECK ("customer_password_links"."purpose" in ('sign-up', 'reset', 'sign-in', 'change-email', 'erase'));