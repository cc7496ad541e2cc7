// Ferretdb is FerretDB 1.24 on SQLite as one program: a server of the MongoDB wire protocol for tests.
//
// FerretDB's own command cannot be installed by version (its version.txt is made by its release build), so the
// package it offers for embedding is built instead.
package main

import (
	"context"
	"flag"
	"log"
	"log/slog"
	"os"
	"os/signal"
	"syscall"

	"github.com/FerretDB/FerretDB/ferretdb"
)

func main() {
	listen := flag.String("listen", "127.0.0.1:27017", "address of plain connections")
	tlsListen := flag.String("tls-listen", "", "address of TLS connections; none when empty")
	tlsCertificate := flag.String("tls-certificate", "", "PEM file of the server's certificate")
	tlsKey := flag.String("tls-key", "", "PEM file of the server's key")
	folder := flag.String("folder", "", "existing folder of the databases")
	stock := flag.Bool("stock", false, "leave the databases as FerretDB makes them, without an index for its look-ups by _id")
	flag.Parse()

	slog.SetDefault(slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: slog.LevelError})))
	server, err := ferretdb.New(&ferretdb.Config{
		Listener: ferretdb.ListenerConfig{
			TCP:         *listen,
			TLS:         *tlsListen,
			TLSCertFile: *tlsCertificate,
			TLSKeyFile:  *tlsKey,
		},
		Handler: "sqlite",
		// A killed process loses nothing with synchronous(normal); only a power cut could.
		SQLiteURL: "file:" + *folder + "/?_pragma=synchronous(normal)",
	})
	if err != nil {
		log.Fatal(err)
	}

	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if !*stock {
		go keepIndexed(ctx, *folder)
	}
	if err := server.Run(ctx); err != nil {
		log.Fatal(err)
	}
}
