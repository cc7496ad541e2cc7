package main

import (
	"context"
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	_ "modernc.org/sqlite"
)

const roundsPerSecond = 5

// The tables of collections that have no index for look-ups by _id yet.
const withoutIndex = `
SELECT name FROM sqlite_schema AS t
WHERE type = 'table' AND name NOT GLOB '_ferretdb*' AND name NOT GLOB 'sqlite_*' AND NOT EXISTS (
	SELECT 1 FROM sqlite_schema WHERE type = 'index' AND tbl_name = t.name AND name = 'rehabspor_by_id_' || t.name
)`

// A database file FerretDB made, held open from round to round.
type database struct {
	db *sql.DB
	// Tells the file from a later one of the same name, which dropDatabase and a new insert make.
	file os.FileInfo
}

// keepIndexed gives every collection an index that FerretDB's look-ups by _id use, until ctx is done.
//
// FerretDB 1.24 makes its unique index on `_ferretdb_sjson->"_id"` but asks for `_ferretdb_sjson->'$._id' = ?`. SQLite
// takes those for different expressions, so each look-up, update and delete by _id would scan the whole collection.
//
// Nothing here may get in FerretDB's way: whatever fails (a busy file, a table just dropped) waits for the next round.
func keepIndexed(ctx context.Context, folder string) {
	open := map[string]database{}
	defer func() {
		for _, held := range open {
			_ = held.db.Close()
		}
	}()
	ticker := time.NewTicker(time.Second / roundsPerSecond)
	defer ticker.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
			indexRound(ctx, folder, open)
		}
	}
}

func indexRound(ctx context.Context, folder string, open map[string]database) {
	for path, held := range open {
		if file, err := os.Stat(path); err != nil || !os.SameFile(file, held.file) {
			_ = held.db.Close()
			delete(open, path)
		}
	}
	paths, _ := filepath.Glob(filepath.Join(folder, "*.sqlite"))
	for _, path := range paths {
		held, known := open[path]
		if !known {
			file, err := os.Stat(path)
			// An empty file is one FerretDB is still making.
			if err != nil || file.Size() == 0 {
				continue
			}
			// mode=rw: a file dropped in this moment must not come back.
			db, err := sql.Open("sqlite", "file:"+path+"?mode=rw&_pragma=busy_timeout(1000)&_pragma=synchronous(normal)")
			if err != nil {
				continue
			}
			db.SetMaxOpenConns(1)
			held = database{db, file}
			open[path] = held
		}
		indexTables(ctx, held.db)
	}
}

func indexTables(ctx context.Context, db *sql.DB) {
	rows, err := db.QueryContext(ctx, withoutIndex)
	if err != nil {
		return
	}
	var tables []string
	for rows.Next() {
		var table string
		if rows.Scan(&table) == nil {
			tables = append(tables, table)
		}
	}
	_ = rows.Close()
	for _, table := range tables {
		name := strings.ReplaceAll(table, `"`, `""`)
		_, _ = db.ExecContext(ctx, fmt.Sprintf(
			`CREATE INDEX IF NOT EXISTS "rehabspor_by_id_%s" ON "%s" (_ferretdb_sjson->'$._id')`, name, name,
		))
	}
}
