# Two commands bring a fresh Debian 12 with Swift 6.3 and make to a picture and to a tested engine:
# `make demo` and `make test`. `make help` names the others.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.PHONY: help setup build demo test check-samples samples goldens bench lint clean

# What Swift needs to run, to compile C and to link.
SWIFT_PACKAGES := binutils git libc6-dev libcurl4 libedit2 libgcc-12-dev libncurses6 libsqlite3-0 \
  libstdc++-12-dev libxml2 tzdata zlib1g-dev
# What Maquette is linked with.
LIBRARY_PACKAGES := pkg-config libcairo2-dev libpango1.0-dev libpng-dev libjpeg62-turbo-dev \
  liblcms2-dev
# What Maquette sets type in; Sources/Typefaces says which face comes from which package.
FONT_PACKAGES := fonts-bebas-neue fonts-ebgaramond fonts-inter fonts-jetbrains-mono fonts-karla \
  fonts-lato fonts-league-spartan fonts-linuxlibertine fonts-manrope fonts-oldstandard fonts-roboto-slab \
  fonts-texgyre fonts-vollkorn culmus fonts-hosny-amiri fonts-ipaexfont-gothic fonts-ipaexfont-mincho
PACKAGES := $(SWIFT_PACKAGES) $(LIBRARY_PACKAGES) $(FONT_PACKAGES)

# The swift command; `make SWIFT=/path/to/swift ...` takes another than the first on PATH.
SWIFT ?= swift
BIN := .build/release
# Each sample is a sheet of 36 on A4; at 150 dpi it stays well under 2 MB.
SAMPLE_DPI := 150
PALETTES := coastal-calm-palettes.png
FINISHES := halftone,riso,watercolour,oil-strokes,kuwahara,engraving,cut-out,paper,stipple,ink,pencil-hatch,low-poly
SAMPLES := posters/blue-hour posters/form-and-light social/summer-market

help:
	@echo 'make demo           set up, build, and draw out/blue-hour-sheet.png'
	@echo 'make test           set up, run all tests, and compare the samples with fresh ones'
	@echo
	@echo 'make setup          install the packages and fonts that are missing (root or sudo)'
	@echo 'make build          build the commands maquette and maquette-bench in release mode'
	@echo 'make samples        draw SampleOutputs again'
	@echo 'make check-samples  draw the samples aside and compare them, pixel by pixel'
	@echo 'make goldens        record the small pictures that the tests compare with, after a wanted change'
	@echo 'make bench          measure speed and memory'
	@echo 'make lint           check the style of the sources'
	@echo 'make clean          remove what was built and drawn (not SampleOutputs)'

setup:
	@if ! command -v '$(SWIFT)' >/dev/null; then \
	  echo 'make: the command swift is not on PATH.' >&2; \
	  echo 'Install Swift 6.3 for Debian 12 (https://www.swift.org/install/linux/) and put its usr/bin on PATH.' >&2; \
	  exit 1; \
	fi
	@if ! command -v dpkg-query >/dev/null; then \
	  if pkg-config --exists cairo pangocairo libpng libjpeg lcms2; then exit 0; fi; \
	  echo 'make: this is no Debian; please install by hand what these Debian packages hold:' >&2; \
	  echo '  $(LIBRARY_PACKAGES) $(FONT_PACKAGES)' >&2; \
	  exit 1; \
	fi; \
	present=" $$(dpkg-query -W -f='$${Package}:$${db:Status-Status} ' $(PACKAGES) 2>/dev/null || true)"; \
	missing=; \
	for package in $(PACKAGES); do \
	  case "$$present" in *" $$package:installed "*) ;; *) missing="$$missing $$package" ;; esac; \
	done; \
	if [ -z "$$missing" ]; then exit 0; fi; \
	if [ "$$(id -u)" = 0 ]; then root='env'; \
	elif sudo -n true 2>/dev/null; then root='sudo env'; \
	else \
	  echo 'make: some packages are missing and only root can install them. Please run this line, then make again:' >&2; \
	  echo >&2; \
	  echo "  sudo apt-get update && sudo apt-get install -y --no-install-recommends$$missing" >&2; \
	  echo >&2; \
	  exit 1; \
	fi; \
	echo "Installing$$missing"; \
	$$root apt-get update -q; \
	$$root DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends$$missing

build: setup
	@$(SWIFT) build -c release

demo: build
	@mkdir -p out
	@$(BIN)/maquette sheet Presets/posters/blue-hour.json -o out/blue-hour-sheet.png --force
	@echo 'The contact sheet is in out/blue-hour-sheet.png'

# The tests run unoptimised, with every check of the language on; the samples come from the release build, so both
# ways of compiling are tried.
test: setup
	@$(SWIFT) test
	@$(MAKE) --no-print-directory check-samples

define draw_samples
	@mkdir -p '$(1)'
	@for preset in $(SAMPLES); do \
	  $(BIN)/maquette sheet "Presets/$$preset.json" --dpi $(SAMPLE_DPI) --force \
	    -o "$(1)/$$(basename "$$preset")-sheet.png"; \
	done
endef

define draw_palettes
	@$(BIN)/maquette palette --words 'coastal, calm' --dpi $(SAMPLE_DPI) --force -o '$(1)/$(PALETTES)'
endef

define draw_catalogues
	@$(BIN)/maquette list materials --sheet --dpi 110 --force -o '$(1)/materials-sheet.png'
	@$(BIN)/maquette list furniture --sheet --dpi 130 --force -o '$(1)/furniture-sheet.png'
	@$(BIN)/maquette sheet Presets/posters/blue-hour.json --vary finish.filter=$(FINISHES) --seed 4 --columns 6 \
	  --landscape --dpi 120 --force -o '$(1)/finishes-sheet.png'
	@$(BIN)/maquette list generators --sheet --columns 8 --dpi 110 --force -o '$(1)/artwork-sheet.png'
endef

samples: build
	$(call draw_samples,SampleOutputs)
	$(call draw_palettes,SampleOutputs)
	$(call draw_catalogues,SampleOutputs)

check-samples: build
	@rm -rf .build/samples
	$(call draw_samples,.build/samples)
	$(call draw_palettes,.build/samples)
	$(call draw_catalogues,.build/samples)
	@for preset in $(SAMPLES); do \
	  name="$$(basename "$$preset")-sheet.png"; \
	  $(BIN)/maquette-bench compare "SampleOutputs/$$name" ".build/samples/$$name"; \
	done
	@for name in '$(PALETTES)' materials-sheet.png furniture-sheet.png artwork-sheet.png finishes-sheet.png; do \
	  $(BIN)/maquette-bench compare "SampleOutputs/$$name" ".build/samples/$$name"; \
	done

# Recording fails the tests by design, so that it is never mistaken for passing them.
goldens: setup
	@MAQUETTE_RECORD=1 $(SWIFT) test --filter Golden || echo 'Recorded. Look at the new pictures, then run make test.'

bench: build
	@for part in startup stages generators palettes montage; do $(BIN)/maquette-bench $$part; echo; done

lint:
	@$(SWIFT) format lint --strict --recursive Sources Tests Package.swift

clean:
	@rm -rf .build out
