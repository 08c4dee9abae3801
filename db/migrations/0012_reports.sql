CREATE TABLE "report_sums" (
	"report_id" uuid NOT NULL,
	"key" text NOT NULL,
	"sums" bigint[] NOT NULL,
	CONSTRAINT "report_sums_report_id_key_pk" PRIMARY KEY("report_id","key")
);
--> statement-breakpoint
CREATE TABLE "reports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"format" text NOT NULL,
	"from_day" date NOT NULL,
	"to_day" date NOT NULL,
	"time_zone" text NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"as_of" timestamp with time zone DEFAULT now() NOT NULL,
	"status" text DEFAULT 'queued' NOT NULL,
	"total" bigint DEFAULT 0 NOT NULL,
	"done" bigint DEFAULT 0 NOT NULL,
	"step" integer DEFAULT 0 NOT NULL,
	"state" jsonb,
	"draft_id" uuid NOT NULL,
	"file_name" text,
	"failure" text,
	"requested_by" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"progressed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp with time zone,
	CONSTRAINT "reports_status_check" CHECK ("reports"."status" in ('queued', 'running', 'done', 'failed')),
	CONSTRAINT "reports_days_check" CHECK ("reports"."from_day" <= "reports"."to_day"),
	CONSTRAINT "reports_file_check" CHECK (("reports"."status" = 'done') = ("reports"."file_name" is not null))
);
--> statement-breakpoint
ALTER TABLE "report_sums" ADD CONSTRAINT "report_sums_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "reports_unfinished_idx" ON "reports" USING btree ("progressed_at") WHERE "reports"."status" in ('queued', 'running');--> statement-breakpoint
CREATE INDEX "reports_created_at_idx" ON "reports" USING btree ("created_at");