CREATE TABLE "file_chunks" (
	"file_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"size" integer NOT NULL,
	"bytes" "bytea" NOT NULL,
	CONSTRAINT "file_chunks_file_id_seq_pk" PRIMARY KEY("file_id","seq"),
	CONSTRAINT "file_chunks_check" CHECK ("file_chunks"."seq" >= 0 and "file_chunks"."size" = octet_length("file_chunks"."bytes"))
);
--> statement-breakpoint
CREATE TABLE "file_names" (
	"name" text PRIMARY KEY NOT NULL,
	"file_id" uuid NOT NULL,
	"media_type" text NOT NULL,
	"is_public" boolean NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "files" (
	"id" uuid PRIMARY KEY NOT NULL,
	"hash" "bytea",
	"size" bigint,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "files_hash_check" CHECK (("files"."hash" is null) = ("files"."size" is null) and octet_length("files"."hash") = 32)
);
--> statement-breakpoint
ALTER TABLE "file_chunks" ADD CONSTRAINT "file_chunks_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "file_names" ADD CONSTRAINT "file_names_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "file_names_file_id_idx" ON "file_names" USING btree ("file_id");--> statement-breakpoint
CREATE UNIQUE INDEX "files_hash_key" ON "files" USING btree ("hash");--> statement-breakpoint
CREATE INDEX "files_drafts_idx" ON "files" USING btree ("created_at") WHERE "files"."hash" is null;--> statement-breakpoint
-- Most of what is kept is compressed already: Postgres need not try again, and a part of a chunk is read without the rest.
ALTER TABLE "file_chunks" ALTER COLUMN "bytes" SET STORAGE EXTERNAL;
